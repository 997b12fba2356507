/**
 * Script for the light page to start with, as much as an ordinary page of Meta's: 66 files with 3,062 modules, 5.7 MB,
 * were counted on Facebook's feed in 2017 (news.ycombinator.com/item?id=14916177). WhatsApp Web's own start was not
 * measured by us, since nobody is logged in here.
 */
const MODULES = 3_062;
const FUNCTIONS = 12;

/** Modules that are defined and run once each, as such loaders do. The same text every time. */
export function appWeight(): string {
  const modules = Array.from({ length: MODULES }, (_, index) => moduleText(index));
  return `(() => { const all = []; const define = (id, make) => { const own = {}; make(own); all.push(own.run()); };
${modules.join('\n')}
window.benchWeight = all.length; })();`;
}

function moduleText(id: number): string {
  const names = Array.from({ length: FUNCTIONS }, (_, index) => `step${index}`);
  const steps = names.map((name, index) => stepText(name, id * FUNCTIONS + index)).join('\n');
  const calls = names.map((name, index) => `${name}(${index}, sum)`).join(' + ');
  return `define(${id}, (own) => {\n${steps}\nown.run = () => { const sum = ${id}; return ${calls}; };\n});`;
}

function stepText(name: string, seed: number): string {
  return `function ${name}(one, other) { const state = { id: ${seed}, name: "part-${seed}", list: [one, other] };
for (let turn = 0; turn < 4; turn++) state.list.push((state.list[turn] * 31 + ${seed % 97}) % 65521);
return state.list.length + state.name.length; }`;
}
