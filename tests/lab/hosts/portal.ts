import { type Exchange, send } from '../exchange.ts';

/** Where a hotel sends you first. */
export const PORTAL_HOST = 'login.hotel.example';

const SIGN_IN = `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hotel Miramar Wi-Fi</title>
<style>body{font:16px/1.5 Georgia,serif;background:#f4efe6;color:#3b2f20;display:grid;place-items:center;min-height:90vh;margin:0}
form{background:#fff;padding:2rem 3rem;border:1px solid #d8ccb8}input,button{font:inherit;display:block;margin:.5rem 0}</style>
</head><body><form><h1>Welcome to Hotel Miramar</h1><p>Please sign in to use the internet.</p>
<label>Room <input name="room"></label><label>Name <input name="guest"></label>
<button>Connect</button></form></body></html>
`;

/** Answer as a network that wants a sign-in first, whoever was asked. */
export function answerAsPortal(exchange: Exchange, kind: 'redirect' | 'html'): void {
  if (kind === 'redirect' && exchange.host !== PORTAL_HOST) {
    exchange.response.setHeader('location', `https://${PORTAL_HOST}/`);
    send(exchange, 302, 'text/html', '');
    return;
  }
  send(exchange, 200, 'text/html; charset=utf-8', SIGN_IN);
}
