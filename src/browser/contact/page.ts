import { element } from '../element.ts';
import { send } from './send.ts';
import { troubleWith } from './validity.ts';

/**
 * The script of /contact/. Without it the form is a plain POST with the browser's own checks; with it the answer is
 * told in place, what was typed survives a failure, and one message is sent once however often the button is pressed.
 */
type Field = HTMLInputElement | HTMLTextAreaElement;

const form = element('contact', HTMLFormElement);
const status = element('contact-status', HTMLElement);
const alert = element('contact-alert', HTMLElement);
const trap = element('contact-website', HTMLInputElement);
const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
const fields = [...form.querySelectorAll<Field>('[data-what]')];

let isSending = false;

form.noValidate = true;
for (const field of fields) field.addEventListener('input', () => forgive(field));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!isSending) submit();
});

async function submit(): Promise<void> {
  tell('', '');
  const wrong = fields.filter((field) => !accept(field));
  if (wrong.length > 0) {
    wrong[0]?.focus();
    return tell(
      '',
      wrong.length === 1 ? 'One field needs a change.' : `${wrong.length} fields need a change.`,
    );
  }
  if (trap.value !== '') {
    trap.value = '';
    return tell(
      '',
      'Nothing was sent: a field that only programs see was filled in, perhaps by your browser. It is empty again; send once more.',
    );
  }
  setSending(true);
  const outcome = await send(form.action, new URLSearchParams([...new FormData(form)].map(asText)));
  setSending(false);
  if (!outcome.sent) return tell('', `${outcome.why} What you wrote is still here.`);
  form.reset();
  form.hidden = true;
  tell('Message sent. Whoever keeps this site has it now and will answer to the address you gave.', '');
  status.focus();
}

function asText([name, value]: [string, FormDataEntryValue]): [string, string] {
  return [name, typeof value === 'string' ? value : value.name];
}

function accept(field: Field): boolean {
  const { value, required, minLength, maxLength, validity } = field;
  const what = field.dataset['what'] ?? 'it';
  const trouble = troubleWith({ what, value, required, minLength, maxLength, validity });
  element(`${field.id}-trouble`, HTMLElement).textContent = trouble;
  field.ariaInvalid = trouble === '' ? null : 'true';
  return trouble === '';
}

/** A field that was wrong is looked at again as it changes, and never before it was wrong. */
function forgive(field: Field): void {
  if (field.ariaInvalid === 'true') accept(field);
}

function setSending(now: boolean): void {
  isSending = now;
  form.ariaBusy = String(now);
  // Not `disabled`: that would take the focus away from who pressed it.
  if (button !== null) {
    button.ariaDisabled = String(now);
    button.textContent = now ? 'Sending…' : 'Send';
  }
  if (now) tell('Sending your message…', '');
}

function tell(good: string, bad: string): void {
  status.textContent = good;
  alert.textContent = bad;
}
