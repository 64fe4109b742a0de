// Shows on the screen in the room what was saved since. It asks who saved what, which is no look at a record, and
// reads the page again only when that changed. Asking is no use of the session.
import { Component } from '../vendor/govuk-frontend.js';

const EVERY = 10000;
const ASKS = { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Asks': 'screen' } };

export class Screen extends Component {
  static moduleName = 'app-screen';

  constructor(root) {
    super(root);
    this.address = root.dataset.savesAddress;
    this.known = null;
    this.look();
    window.setInterval(() => { if (!document.hidden) this.look(); }, EVERY);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.look(); });
  }

  async look() {
    try {
      const answer = await fetch(this.address, ASKS);
      if (!answer.ok) return;
      const saved = await answer.text();
      if (this.known !== null && saved !== this.known && !await this.read()) return;
      this.known = saved;
    } catch {
      // The server is away: what stands on the screen stays, and the next look tries again.
    }
  }

  async read() {
    const answer = await fetch(window.location.pathname, ASKS);
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const shown = page.querySelector('[data-screen-shown]');
    if (!shown) return false;
    const place = this.$root.querySelector('[data-screen-shown]');
    if (place.textContent !== shown.textContent) {
      place.replaceWith(document.importNode(shown, true));
      this.$root.querySelector('[data-screen-said]').textContent = 'What we agree was brought up to date.';
    }
    return true;
  }
}
