/** What `npm start` and `npm run dev` share before anything is installed. Plain JavaScript without imports. */

/**
 * Reads `--name value`, `--name=value` and switches, those named and no others. `words` and `switches` map a flag to
 * its option. Returns `{ options }`, or `{ problem }`: one line that says what to do.
 */
export function readFlags(args, words, switches, env = {}) {
  const options = {};
  for (let index = 0; index < args.length; index++) {
    const [flag, inline] = args[index].split(/=(.*)/s);
    if (Object.hasOwn(switches, flag)) {
      if (inline !== undefined) return { problem: `${flag} takes no value.` };
      options[switches[flag]] = true;
    } else if (Object.hasOwn(words, flag)) {
      const value = inline ?? args[++index];
      if (!value || value.startsWith('-')) return { problem: `${flag} needs a value, see --help.` };
      options[words[flag]] = value;
    } else if (flag.startsWith('-')) {
      const known = [...Object.keys(words), ...Object.keys(switches)].filter((one) => one.startsWith('--'));
      return { problem: `Unknown flag ${flag}. There are ${known.join(', ')}.` };
    } else {
      return { problem: `Unknown word "${flag}". ${BEHIND_DASHES}` };
    }
  }
  const kept = [...Object.values(words), ...Object.values(switches)].find((name) => keptByNpm(name, env));
  if (kept) return { problem: `npm kept --${kept} for itself. ${BEHIND_DASHES}` };
  const problem = problemWith(options);
  return problem === null ? { options } : { problem };
}

const BEHIND_DASHES = 'Flags go behind two dashes, as in: npm start -- --browser firefox';

/** Without the two dashes npm takes a flag for one of its own settings, and we would run as if it were not there. */
function keptByNpm(name, env) {
  const npmsOwn = ['browser', 'help'];
  return !npmsOwn.includes(name) && env[`npm_config_${name}`] !== undefined;
}

function problemWith({ browser, port }) {
  if (browser !== undefined && !['chrome', 'firefox'].includes(browser))
    return `Unknown browser ${browser}. There are chrome and firefox.`;
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536))
    return `--port ${port} is no port: it is a number from 1 to 65535.`;
  return null;
}

/** Whether a window can be shown and somebody may be there to look. */
export function hasDisplay(env, platform) {
  if (env.CI && env.CI !== 'false' && env.CI !== '0') return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
