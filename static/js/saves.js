// Says who saved which part of a record since the page was opened. Asking is no use of the session.
import { Component } from '../vendor/govuk-frontend.js';

const EVERY = 10000;

export class Saves extends Component {
  static moduleName = 'app-saves';

  constructor(root) {
    super(root);
    this.address = root.dataset.savesAddress;
    this.said = root.querySelector('[data-saves-said]');
    window.setInterval(() => { if (!document.hidden) this.look(); }, EVERY);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) this.look(); });
  }

  async look() {
    let told = null;
    try {
      const answer = await fetch(this.address, { credentials: 'same-origin', redirect: 'manual', headers: { 'X-Asks': 'saves' } });
      if (answer.ok) told = await answer.json();
    } catch {
      told = null;
    }
    if (told) this.show(told.saves);
  }

  // What changed is put in place and read out once.
  show(saves) {
    const news = [];
    this.$root.querySelectorAll('[data-saves-key]').forEach((place) => {
      const words = saves[place.dataset.savesKey];
      if (!words || words === place.textContent) return;
      place.textContent = words;
      news.push(`${place.parentElement.querySelector('[data-saves-part]').textContent}: ${words}.`);
    });
    if (news.length) this.said.textContent = news.join(' ');
  }
}
