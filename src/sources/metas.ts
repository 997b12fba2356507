/** Houses of WhatsApp and its owner: being sent from one to another is no foreign answer. */
const METAS = ['whatsapp.com', 'whatsapp.net', 'facebook.com', 'meta.com', 'metastatus.com'];

/** True for WhatsApp's and Meta's own host names. */
export function isMetas(host: string | null): boolean {
  return host !== null && METAS.some((name) => host === name || host.endsWith(`.${name}`));
}
