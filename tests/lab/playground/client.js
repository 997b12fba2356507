/** The playground's own script: buttons change the world, events tell what it is and what is asked. */
document.addEventListener('click', (event) => {
  const id = event.target.closest?.('[data-choice]')?.dataset.choice;
  if (id === undefined) return;
  fetch('/choose', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id }),
  });
});

const events = new EventSource('/events');

events.addEventListener('pressed', ({ data }) => {
  const pressed = new Set(JSON.parse(data));
  for (const button of document.querySelectorAll('[aria-pressed]'))
    button.ariaPressed = String(pressed.has(button.dataset.choice));
});

events.addEventListener('asked', ({ data }) => {
  const { at, text } = JSON.parse(data);
  const time = document.createElement('time');
  time.textContent = new Date(at).toTimeString().slice(0, 8);
  const line = document.createElement('li');
  line.append(time, ' ', text);
  document.querySelector('ol').prepend(line);
});
