/** Command line of `npm run simulate`. */
export const HELP = `npm run simulate -- [--installs N] [--replay 2021-10-04] [--seed N] [--timeouts PERCENT] [--minutes N] [--lives N|all] [--write]
  --installs N        so many browsers (1000000)
  --lives N|all       so many of them are lived through, each standing for as many others as it takes (20000);
                      all: every one, which takes half an hour for a million
  --replay ID         the day; only 2021-10-04 can be simulated yet
  --seed N            another throw of the dice (1)
  --timeouts PERCENT  so many of all requests are never answered (30)
  --minutes N         so long the outage lasts (12)
  --write             writes docs/scale.md and its plots`;

/** Arguments → options, or the one line that says what is wrong with them. */
export function parseFlags(args) {
  const options = {
    installs: 1_000_000,
    seed: 1,
    timeouts: 30,
    minutes: 12,
    lives: 20_000,
    write: false,
    help: false,
  };
  for (let index = 0; index < args.length; index++) {
    const flag = args[index];
    if (flag === '--help' || flag === '--write') {
      options[flag.slice(2)] = true;
      continue;
    }
    const value = args[++index];
    if (flag === '--replay') {
      if (value !== '2021-10-04') return wrong(`--replay knows 2021-10-04 only, not ${value}.`);
    } else if (flag === '--lives' && value === 'all') {
      options.lives = Number.POSITIVE_INFINITY;
    } else if (['--installs', '--seed', '--timeouts', '--minutes', '--lives'].includes(flag)) {
      if (!/^\d{1,8}$/.test(value ?? '')) return wrong(`${flag} needs a whole number, not ${value}.`);
      options[flag.slice(2)] = Number(value);
    } else return wrong(`Unknown option ${flag}. Use --help to see them.`);
  }
  if (options.installs < 1) return wrong('--installs needs at least 1.');
  if (options.lives < 1) return wrong('--lives needs at least 1.');
  if (options.timeouts > 90) return wrong('--timeouts needs at most 90.');
  if (options.minutes < 5 || options.minutes > 400) return wrong('--minutes needs 5 to 400.');
  return { options };
}

function wrong(problem) {
  return { options: {}, problem };
}
