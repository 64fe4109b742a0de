// Keeps what an agency types on the page of its link, where nobody is signed in. The button to save stays.
import { Draft } from './drafts.js';

const RENEWED = ['mark', 'version', 'page'];
// The link is taken no more, or its code is another now: each further try would count as a wrong code.
const ENDED = [404, 429];

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

  async send(keepalive) {
    const answer = await super.send(keepalive);
    this.ended ||= ENDED.includes(answer.status);
    return answer;
  }

  keep() {
    return this.ended ? Promise.resolve(false) : super.keep();
  }

  leaving() {
    if (!this.ended) super.leaving();
  }

  // The page is the answer to a form: it would be sent once more.
  restored() {}
}
