// Adds and takes away rows of a Django formset, and keeps its TOTAL_FORMS. Without it the buttons post the page.
import { Component } from '../vendor/govuk-frontend.js';

export class Rows extends Component {
  static moduleName = 'app-rows';

  constructor(root) {
    super(root);
    this.prefix = root.dataset.prefix;
    // Other fields of the page point at a row by its number.
    this.keepsNumbers = root.hasAttribute('data-keeps-numbers');
    this.list = root.querySelector('.app-rows__list');
    this.template = root.querySelector('template');
    this.total = root.querySelector(`[name="${this.prefix}-TOTAL_FORMS"]`);
    this.addButton = root.querySelector('.app-rows__add');
    this.most = Number(root.querySelector(`[name="${this.prefix}-MAX_NUM_FORMS"]`).value);
    root.querySelectorAll('.app-rows__add, .app-rows__remove').forEach((button) => { button.type = 'button'; });
    root.addEventListener('click', (event) => this.clicked(event));
    this.renumber();
  }

  clicked(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button === this.addButton) this.add();
    if (button.classList.contains('app-rows__remove')) this.remove(button.closest('.app-rows__row'));
  }

  add() {
    const holder = document.createElement('div');
    holder.innerHTML = this.template.innerHTML.replaceAll('__prefix__', this.total.value);
    const row = holder.firstElementChild;
    row.querySelectorAll('.app-rows__remove').forEach((button) => { button.type = 'button'; });
    this.list.append(row);
    this.total.value = Number(this.total.value) + 1;
    this.number(row, this.total.value);
    this.renumber();
    row.dispatchEvent(new CustomEvent('app-rows:added', { bubbles: true }));
    row.querySelector('input:not([type=hidden]), select, textarea').focus();
  }

  // A row that is taken away stays in the form, marked for deletion, so that nothing is renumbered under the server.
  remove(row) {
    row.querySelector('[name$="-DELETE"]').value = 'on';
    row.hidden = true;
    this.renumber();
    this.shown().at(-1).focus();
  }

  shown() {
    return [...this.list.querySelectorAll('.app-rows__row:not([hidden])')];
  }

  number(row, number) {
    row.querySelectorAll('[data-row-number]').forEach((place) => { place.textContent = number; });
  }

  renumber() {
    const rows = this.shown();
    rows.forEach((row, index) => {
      if (!this.keepsNumbers) this.number(row, index + 1);
      row.querySelectorAll('[data-row-count]').forEach((place) => { place.textContent = rows.length; });
      row.querySelector('.app-rows__remove').hidden = rows.length === 1;
    });
    if (this.addButton) this.addButton.hidden = rows.length >= this.most;
  }
}
