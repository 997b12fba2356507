import { runnerImport } from 'vite';
const o={configFile:false, root:'/work/main'};
const { module:S } = await runnerImport('/work/main/tests/lab/server.ts', o);
const { module:Br } = await runnerImport('/work/main/tests/lab/browsers/index.ts', o);
const { module:FI } = await runnerImport('/work/main/tests/lab/browsers/firefox-inside.ts', o);
const lab = await S.startLab();
const s = await Br.openBrowser({kind:'firefox', lab, extensionDir:'/tmp/labprobe/ext'});
for (const background of [true,false]) { const t=[]; let at=Date.now(); const lap=n=>{t.push(n+' '+(Date.now()-at)); at=Date.now();};
 const p = await s.browser.newPage({background}); lap('newPage');
 const conn=s.browser.connection; await conn.send('browsingContext.navigate',{context:p.mainFrame()._id,url:s.extensionUrl('manifest.json'),wait:'none'}); lap('nav');
 for(;;){ const ok=await p.evaluate(()=>document.URL+document.readyState).catch(e=>e.message); lap('eval '+ok.slice(-30)); if(ok.endsWith('complete')&&ok.startsWith('moz')) break; await new Promise(r=>setTimeout(r,20)); }
 await p.evaluate(()=>browser.action.getBadgeText({})); lap('badge'); await p.close(); lap('close'); console.log(background, t.join(' | ')); }
await s.close(); await lab.close();
