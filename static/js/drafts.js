// Keeps what is typed into a form as it is typed. Without it, what is sent is kept all the same, by the server.
import { Component } from '../vendor/govuk-frontend.js';

const PAUSE = 3000;
const MOST = 10000;
const AGAIN = [3000, 5000, 10000, 20000];
const PATIENCE = 10000;
// A browser sends no more than this from a page that is being left.
const MOST_LEAVING = 60000;
const SAID_EVERY = 10 * 60 * 1000;
// A page that is still there so long after it was sent was not left: its words are kept again.
const GONE_BY = 15000;
const open = new Set();

// Keeps every form of the page now; true when every word is kept.
export async function keepAll() {
  const kept = await Promise.all([...open].map((draft) => draft.keep()));
  return kept.every(Boolean);
}

export function hasDrafts() {
  return [...open].some((draft) => draft.keptAt || draft.isDirty());
}

export class Draft extends Component {
  static moduleName = 'app-draft';

  constructor(root) {
    super(root);
    this.form = root.closest('form');
    this.state = this.form.querySelector('[data-draft-state]');
    this.said = this.form.querySelector('[data-draft-said]');
    this.savedByOthers = this.form.querySelector('[data-draft-saved]');
    this.mark = this.form.querySelector('[data-draft-mark]');
    this.turn = this.form.elements['draft-turn'];
    // Typed before this began, or put there by the browser: not what the server sent, so not kept yet.
    this.kept = this.isChanged() ? '' : this.text();
    this.keptAt = '';
    this.failures = 0;
    this.sent = false;
    const only = this.form.querySelector('[data-draft-only]');
    if (only) only.hidden = true;
    root.querySelector('[data-draft-words]').textContent = this.words();
    open.add(this);
    this.listen();
    this.changed();
  }

  listen() {
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('click', () => window.setTimeout(() => this.changed()));
    this.form.addEventListener('submit', (event) => this.submitted(event));
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.leaving(); });
    window.addEventListener('pagehide', () => this.leaving());
    window.addEventListener('online', () => { if (this.isDirty()) this.keep(); });
    window.addEventListener('pageshow', (event) => { if (event.persisted) this.restored(); });
    window.addEventListener('beforeunload', (event) => {
      if (!this.sent && this.isDirty() && (this.failures || this.text().length > MOST_LEAVING)) event.preventDefault();
    });
  }

  words() {
    return 'What you type is saved as a draft as you go. Only you can read the draft.';
  }

  savedWords(told) {
    return told.signed_in ? `Draft saved at ${told.kept_at}.` : `You have been signed out. Your draft was saved at ${told.kept_at}, and is here again when you sign in.`;
  }

  // What the next answer carries.
  renew(told) {
    this.mark.name = told.mark;
  }

  restored() {
    window.location.reload();
  }

  // What the form holds, without what changes by itself.
  text() {
    const held = new URLSearchParams(new FormData(this.form));
    held.delete('draft-turn');
    held.delete('csrfmiddlewaretoken');
    return held.toString();
  }

  // Does a field hold something else than the server sent?
  isChanged() {
    return [...this.form.elements].some((field) => {
      if (field.type === 'select-one') return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
      if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
      return 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue;
    });
  }

  isDirty() {
    return this.text() !== this.kept;
  }

  changed() {
    if (this.sent || !this.isDirty()) return;
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.keep(), PAUSE);
    if (!this.most) this.most = window.setTimeout(() => this.keep(), MOST);
  }

  // Also after it was sent: a tab that is closed at once takes the sending with it, but not this.
  leaving() {
    if (this.isDirty()) this.send(this.text().length < MOST_LEAVING).catch(() => {});
  }

  // True when every word is kept. One at a time; what was typed meanwhile follows.
  keep() {
    window.clearTimeout(this.pause);
    window.clearTimeout(this.most);
    this.most = 0;
    if (!this.isDirty()) return Promise.resolve(true);
    this.running ??= this.keepNow().finally(() => { this.running = null; });
    return this.running;
  }

  async keepNow() {
    const text = this.text();
    let answer = null;
    let told = null;
    try {
      answer = await this.send(false);
      if (answer.headers.get('Content-Type')?.startsWith('application/json')) told = await answer.json();
    } catch {
      told = null;
    }
    if (!told || answer.status >= 500) return this.failed();
    if (answer.ok) this.done(text, told);
    else this.say(told.say ? told.say : answer.status === 413 ? 'This is too long to be saved as a draft.' : 'This form was saved already. Open the page again to write more.', true);
    return answer.ok;
  }

  send(keepalive) {
    this.turn.value = Number(this.turn.value) + 1;
    const body = new URLSearchParams(new FormData(this.form));
    body.set('draft-only', 'script');
    const address = this.form.getAttribute('action') || window.location.href.split('#')[0];
    const options = { method: 'POST', body, keepalive, credentials: 'same-origin', redirect: 'manual' };
    return fetch(address, keepalive ? options : { ...options, signal: AbortSignal.timeout(PATIENCE) });
  }

  done(text, told) {
    const again = this.failures > 0 || !this.keptAt;
    this.kept = text;
    this.keptAt = told.kept_at;
    this.renew(told);
    this.failures = 0;
    this.say(this.savedWords(told), again || !told.signed_in);
    if (this.savedByOthers.textContent !== told.saved) this.savedByOthers.textContent = told.saved;
    if (told.left) document.dispatchEvent(new CustomEvent('app-session:left', { detail: told.left }));
    if (this.isDirty()) this.changed();
  }

  failed() {
    const wait = AGAIN[Math.min(this.failures, AGAIN.length - 1)];
    this.failures += 1;
    window.clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.keep(), wait);
    this.say(this.keptAt ? `Draft not saved since ${this.keptAt}. Still trying. Leave this page open.` : 'Draft not saved yet. Still trying. Leave this page open.', this.failures === 1);
    return false;
  }

  // Shown each time; read out when something is new, else once in ten minutes, so that it does not chatter.
  say(words, isNew) {
    this.state.hidden = false;
    this.state.textContent = words;
    const now = Date.now();
    if (isNew || now - (this.saidAt ?? 0) > SAID_EVERY) {
      this.said.textContent = words;
      this.saidAt = now;
    }
  }

  // Sent at once: the server keeps the words before it does anything else with them. Only where it is known to be
  // away, the form stays where it is until it answers.
  submitted(event) {
    if (this.sent) return;
    if (!this.failures && navigator.onLine) {
      this.goes();
      return;
    }
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    const { submitter } = event;
    this.keep().then((kept) => {
      this.sending = false;
      if (!kept && this.failures) {
        this.say('The service cannot be reached, so nothing was sent. What you typed is still here. Still trying to save a draft.', true);
        return;
      }
      this.goes();
      this.form.requestSubmit(submitter);
    });
  }

  goes() {
    this.sent = true;
    window.clearTimeout(this.pause);
    window.setTimeout(() => { this.sent = false; this.changed(); }, GONE_BY);
    this.turn.value = Number(this.turn.value) + 1;
  }
}
