// Warns before the session ends, and goes to sign in when it has, with every word kept. Asking how long it lasts is no use of it.
import { Component } from '../vendor/govuk-frontend.js';
import { hasDrafts, keepAll } from './drafts.js';

const TICK = 1000;
const AGAIN = 5000;
const SAID = [60, 20];

function inWords(seconds) {
  const minutes = Math.ceil(seconds / 60);
  if (seconds > 60) return `${minutes} minutes`;
  return seconds === 60 ? '1 minute' : `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
}

export class SessionEnd extends Component {
  static moduleName = 'app-session';

  constructor(root) {
    super(root);
    this.dialog = root;
    this.warning = Number(root.dataset.warning);
    this.counts = root.querySelectorAll('[data-session-count]');
    this.said = root.querySelector('[data-session-said]');
    this.stayForm = root.querySelector('[data-session-stay]');
    this.stayForm.addEventListener('submit', (event) => { event.preventDefault(); this.stay(); });
    root.addEventListener('cancel', (event) => { event.preventDefault(); this.stay(); });
    document.addEventListener('app-session:left', (event) => this.set(event.detail));
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.tick(); });
    this.set([root.dataset.left, root.dataset.last]);
    window.setInterval(() => this.tick(), TICK);
  }

  // left: [seconds until it ends unused, seconds until it ends in any case].
  set([unused, last]) {
    const now = Date.now();
    this.ends = now + Number(unused) * 1000;
    this.lastEnds = now + Number(last) * 1000;
    // Once told of the end that cannot be put off, the person is not told again.
    if (this.dialog.open && this.secondsLeft() > this.warning) this.close();
  }

  secondsLeft() {
    return Math.max(0, Math.round((this.ends - Date.now()) / 1000));
  }

  isLast() {
    return this.lastEnds - this.ends < 1000;
  }

  tick() {
    const left = this.secondsLeft();
    if (left === 0) this.end();
    else if (this.dialog.open) this.count(left);
    else if (left <= this.warning && !this.toldLast) this.warn();
  }

  // Another window may have been used meanwhile, so the server is asked first. And who is typing right now is using
  // it: saving that puts the end off, and the focus stays in the text.
  async warn() {
    if (this.asking) return;
    this.asking = true;
    await this.ask();
    if (this.secondsLeft() <= this.warning) await keepAll();
    this.asking = false;
    const left = this.secondsLeft();
    if (left > this.warning || left === 0) return;
    const isLast = this.isLast();
    this.dialog.querySelectorAll('[data-session-last]').forEach((part) => { part.hidden = !isLast; });
    this.dialog.querySelectorAll('[data-session-idle]').forEach((part) => { part.hidden = isLast; });
    this.dialog.querySelectorAll('[data-session-kept]').forEach((part) => { part.hidden = !hasDrafts(); });
    this.count(left);
    this.said.textContent = '';
    this.dialog.showModal();
    // Not on a button: somebody who is typing would press it unawares.
    this.dialog.focus();
  }

  count(left) {
    const words = inWords(left);
    this.counts.forEach((place) => { if (place.textContent !== words) place.textContent = words; });
    if (SAID.includes(left)) this.said.textContent = `${words} left.`;
  }

  close() {
    this.dialog.close();
  }

  // True when the server answered; what is known stays when it is away.
  async ask(options = {}) {
    try {
      const answer = await fetch(this.stayForm.action, { credentials: 'same-origin', ...options });
      if (answer.ok) this.set((await answer.json()).left);
      else this.set([0, 0]);
      return true;
    } catch {
      return false;
    }
  }

  async stay() {
    if (this.isLast()) {
      this.toldLast = true;
      this.close();
      return;
    }
    await this.ask({ method: 'POST', body: new URLSearchParams(new FormData(this.stayForm)) });
    if (this.secondsLeft() > this.warning) this.close();
  }

  // Nobody's record stays on the screen of somebody who left; but words that are not kept hold the page.
  async end() {
    if (this.ending) return;
    this.ending = true;
    const kept = await keepAll();
    const told = await this.ask();
    if (kept && told && this.secondsLeft() === 0) window.location.replace(window.location.pathname + window.location.search);
    else window.setTimeout(() => { this.ending = false; }, AGAIN);
  }
}
