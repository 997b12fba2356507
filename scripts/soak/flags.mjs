/** Command line of `npm run soak`. */
export const HELP = `npm run soak -- [--days N] [--seed N] [--only healthy|failing] [--day NAME]
  --days N   so many healthy and so many failing days (1000)
  --seed N   which days (1)
  --only     one kind of days only
  --day NAME one day again, with everything that happens: healthy-1-17, failing-1-4`;

/** Arguments → options, or the one line that says what is wrong with them. */
export function parseFlags(args) {
  const options = { days: 1000, seed: 1, only: null, day: null, help: false };
  for (let index = 0; index < args.length; index++) {
    const flag = args[index];
    if (flag === '--help') {
      options.help = true;
      continue;
    }
    const value = args[++index];
    if (flag === '--days' || flag === '--seed') {
      if (!/^\d{1,9}$/.test(value ?? '')) return wrong(`${flag} needs a whole number, not ${value}.`);
      options[flag.slice(2)] = Number(value);
    } else if (flag === '--only') {
      if (value !== 'healthy' && value !== 'failing')
        return wrong(`--only needs healthy or failing, not ${value}.`);
      options.only = value;
    } else if (flag === '--day') {
      if (!/^(healthy|failing)-\d+-\d+$/.test(value ?? ''))
        return wrong(`--day needs a name such as healthy-1-17, not ${value}.`);
      options.day = value;
    } else return wrong(`Unknown option ${flag}. Use --days, --seed, --only, --day or --help.`);
  }
  return { options };
}

function wrong(problem) {
  return { options: {}, problem };
}
