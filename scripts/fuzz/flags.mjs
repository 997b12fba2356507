/** Command line of `npm run fuzz`. */
export const HELP = `npm run fuzz -- [--runs N] [--seed N] [--only TEXT]
  --runs N     so many cases for each property and each parser (100000)
  --seed N     which cases (another one each time)
  --only TEXT  properties and parsers whose name contains it`;

/** Arguments → options, or the one line that says what is wrong with them. */
export function parseFlags(args) {
  const options = { runs: 100_000, seed: Date.now() % 2_147_483_647, only: '', help: false };
  for (let index = 0; index < args.length; index++) {
    const flag = args[index];
    if (flag === '--help') {
      options.help = true;
      continue;
    }
    const value = args[++index];
    if (flag === '--runs' || flag === '--seed') {
      if (!/^\d{1,9}$/.test(value ?? '') || (flag === '--runs' && Number(value) === 0))
        return { options, problem: `${flag} needs a whole number, not ${value}.` };
      options[flag.slice(2)] = Number(value);
    } else if (flag === '--only' && value) options.only = value;
    else return { options, problem: `Unknown option ${flag}. Use --runs, --seed, --only or --help.` };
  }
  return { options };
}
