// Shows the passkey part of a page where the browser can make passkeys, and says in words when one fails.
(() => {
  const problem = {
    NotAllowedError: 'The passkey was not used: it was cancelled, or took too long. Try again.',
    InvalidStateError: 'This device already has a passkey for your account.',
  };

  document.addEventListener('allauth.error', (event) => {
    event.preventDefault();
    document.querySelectorAll('[data-passkey-problem]').forEach((words) => {
      words.textContent = problem[event.detail.exception.name] || 'The passkey could not be used. Sign in another way.';
      words.hidden = false;
    });
  });

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelectorAll('[data-passkey]').forEach((part) => {
      part.hidden = !window.PublicKeyCredential;
    });
  });
})();
