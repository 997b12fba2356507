/** Register the service worker, or see to it that none is left. */
export function keepWorker(wanted: boolean): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  if (wanted) void workers.register('/sw.js', { updateViaCache: 'all' });
  else void workers.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister())));
}
