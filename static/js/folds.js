// Opens the folded parts of a page for print, where the browser's styles alone do not, and closes them again.
let opened = [];

export function printWhole(root) {
  addEventListener('beforeprint', () => {
    opened = Array.from(root.querySelectorAll('details.app-fold:not([open])'));
    opened.forEach((fold) => { fold.open = true; });
  });
  addEventListener('afterprint', () => opened.forEach((fold) => { fold.open = false; }));
}
