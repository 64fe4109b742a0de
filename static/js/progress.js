// Keeps the words of a running import fresh, and goes to its report when it is done.
const EVERY = 2000;
const words = document.getElementById('progress');

async function look() {
  const answer = await fetch(window.location.href, { credentials: 'same-origin' });
  if (answer.redirected) {
    window.location.replace(answer.url);
    return;
  }
  if (answer.ok) {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('progress');
    // Only what changed is put in place, so that it is read out once and a focused button stays.
    if (fresh && fresh.textContent !== words.textContent) {
      words.replaceChildren(...fresh.childNodes);
    }
  }
  window.setTimeout(look, EVERY);
}

if (words) {
  window.setTimeout(() => look().catch(() => window.setTimeout(() => window.location.reload(), 5 * EVERY)), EVERY);
}
