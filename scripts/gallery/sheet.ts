/** The page that shows all pictures. */

export const SURFACES = ['popup', 'report', 'options', 'banner'] as const;
export type Surface = (typeof SURFACES)[number];

export interface Picture {
  surface: Surface;
  /** Name of the state. */
  name: string;
  file: string;
  kind: string;
  lang: string;
  scheme: string;
  /** Circumstances other than the usual ones; empty for none. */
  mode: string;
  /** CSS pixels of what is shown; the file may have more. */
  width: number;
  height: number;
  problems: string[];
}

/** A toolbar popup is at most this high: what is below has to be scrolled to. */
const FOLD = 600;

export function sheet(pictures: readonly Picture[]): string {
  const problems = pictures.flatMap((one) => one.problems.map((problem) => ({ file: one.file, problem })));
  const sections = SURFACES.flatMap((surface) => {
    const ours = pictures.filter((one) => one.surface === surface);
    return [...new Set(ours.map(({ name }) => name))].map((name) => {
      const figures = ours.filter((one) => one.name === name).map(figure);
      return `<section id="${surface}-${name}"><h2>${surface}: ${name}</h2><div>${figures.join('')}</div></section>`;
    });
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Gallery of Not Just Me</title>
<style>
  body { font: 14px/1.5 system-ui, sans-serif; margin: 24px; background: #8d939c; color: #000 }
  h2 { font-size: 16px; margin: 24px 0 8px }
  div { display: flex; flex-wrap: wrap; gap: 16px; align-items: start }
  figure { margin: 0; position: relative }
  img { display: block; max-width: none }
  hr { position: absolute; margin: 0; inset-inline: 0; border: 0; border-top: 1px dashed red }
  figcaption { font-size: 12px; white-space: pre-wrap }
  .bad { color: #fff; background: #8b0000; padding: 2px 4px }
</style>
<h1>Gallery of Not Just Me</h1>
<p>${pictures.length} pictures, ${problems.length} problems. The dashed line is where a toolbar popup ends.</p>
<nav>${SURFACES.map((surface) => links(surface, pictures)).join('')}</nav>
<ul>${problems.map(({ file, problem }) => `<li><a href="#${file}">${file}</a>: ${text(problem)}</li>`).join('')}</ul>
${sections.join('\n')}
</html>
`;
}

/** A line of links to the states of one surface. */
function links(surface: Surface, pictures: readonly Picture[]): string {
  const names = [...new Set(pictures.filter((one) => one.surface === surface).map(({ name }) => name))];
  return names.length === 0
    ? ''
    : `<p><b>${surface}</b> ${names.map((name) => `<a href="#${surface}-${name}">${name}</a>`).join(' · ')}</p>`;
}

function figure({ surface, file, kind, lang, scheme, mode, width, height, problems }: Picture): string {
  // A whole window is shown smaller than it is, a popup as it is.
  const zoom = surface !== 'popup' && width > 700 ? 0.5 : 1;
  const fold = surface === 'popup' && width === 380 && height > FOLD ? `<hr style="top:${FOLD}px">` : '';
  const words = [kind, lang, scheme, mode, `${width} × ${height}`].filter(Boolean).join(' · ');
  const bad = problems.map((problem) => `<p class="bad">${text(problem)}</p>`).join('');
  return `<figure id="${file}"><a href="${file}"><img loading="lazy" src="${file}" width="${width * zoom}" height="${height * zoom}" alt=""></a>${fold}<figcaption style="width:${width * zoom}px">${words}${bad}</figcaption></figure>`;
}

function text(raw: string): string {
  return raw.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
