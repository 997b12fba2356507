import { createHash, X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { generate, type SelfsignedOptions } from 'selfsigned';

const ALGORITHM = { keyType: 'ec', algorithm: 'sha256' } as const;
const DAY = 86_400_000;

/** The lab's own authority, made for this run and kept in memory only. */
export interface Authority {
  /** Its certificate, PEM; a browser can be told to trust it. */
  cert: string;
  /** SHA-256 of the one key all the lab's certificates share, base64; Chromium can be told to accept it. */
  keyHash: string;
  /** A certificate for a name, and the same one every time. */
  contextFor(name: string): Promise<SecureContext>;
}

/** Make an authority nobody trusts yet. */
export async function makeAuthority(authorityName: string): Promise<Authority> {
  const ca = await generate([{ name: 'commonName', value: authorityName }], {
    ...ALGORITHM,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const signed = { ...ALGORITHM, ca: { key: ca.private, cert: ca.cert } };
  const first = await certify('lab.example', signed);
  const keyPair = { privateKey: first.private, publicKey: first.public };
  const made = new Map<string, Promise<SecureContext>>();
  const make = async (name: string): Promise<SecureContext> => {
    const { cert } = await certify(name, { ...signed, keyPair });
    return createSecureContext({ key: keyPair.privateKey, cert });
  };
  return {
    cert: ca.cert,
    keyHash: hashOfKey(first.cert),
    contextFor(name) {
      const there = made.get(name) ?? make(name);
      made.set(name, there);
      return there;
    },
  };
}

function certify(name: string, options: SelfsignedOptions) {
  return generate([{ name: 'commonName', value: name }], {
    // Tests may set a browser's clock back a little.
    notBeforeDate: new Date(Date.now() - DAY),
    ...options,
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
}

function hashOfKey(cert: string): string {
  const key = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}
