// Keeps what an agency types on the page of its link, where nobody is signed in. The button to save stays.
import { Draft } from './drafts.js';

const RENEWED = ['mark', 'version', 'page'];

export class LinkDraft extends Draft {
  static moduleName = 'app-link-draft';

  words() {
    return 'What you type is saved as you go, for whoever has this link and its code. It is not sent before you send it.';
  }

  text() {
    const held = new URLSearchParams(super.text());
    RENEWED.forEach((name) => held.delete(name));
    return held.toString();
  }

  savedWords(told) {
    return `Saved at ${told.kept_at}. It was not sent.`;
  }

  renew(told) {
    this.form.elements.mark.value = told.mark;
  }

  // The page is the answer to a form: it would be sent once more.
  restored() {}
}
