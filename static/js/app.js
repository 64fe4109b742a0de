// Starts GOV.UK Frontend's components and ours on every page. Pages work without it.
import { Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, ServiceNavigation, SkipLink, createAll } from '../vendor/govuk-frontend.js';
import { Draft } from './drafts.js';
import { printWhole } from './folds.js';
import { LinkDraft } from './links.js';
import { Rows } from './rows.js';
import { Saves } from './saves.js';
import { Screen } from './screen.js';
import { SessionEnd } from './session.js';

const COMPONENTS = [Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, Rows, Saves, Screen, ServiceNavigation, SessionEnd, SkipLink];

export function start(scope) {
  COMPONENTS.forEach((component) => createAll(component, {}, scope));
}

start(document);
printWhole(document);
// Last, when the form is as it will be filled in.
createAll(Draft, {}, document);
createAll(LinkDraft, {}, document);
document.addEventListener('app-rows:added', (event) => start(event.target));
