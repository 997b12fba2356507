import { type Exchange, sendJson } from '../exchange.ts';
import type { Host } from './host.ts';

/** Those who know how a country fares. OONI lets only its own pages read; IODA lets everybody. */
export const countries: Host[] = [
  { names: ['api.ooni.io'], behaviour: ({ countries }) => countries.ooni, serve: serveTests },
  {
    names: ['api.ioda.inetintel.cc.gatech.edu'],
    behaviour: ({ countries }) => countries.ioda,
    serve: serveAlerts,
    openToAll: true,
  },
];

function serveTests(exchange: Exchange): void {
  const { searchParams } = exchange.url;
  const { origin } = exchange.request.headers;
  if (origin && /^https:\/\/([\w-]+\.)?ooni\.(org|io)$/.test(origin))
    exchange.response.setHeader('access-control-allow-origin', origin);
  if (!searchParams.get('since') || !searchParams.get('until')) {
    sendJson(exchange, 400, { error: 'Missing since or until', v: 0 });
    return;
  }
  const { odd, all } = exchange.world.countries.tests;
  const row = {
    anomaly_count: odd,
    confirmed_count: 0,
    failure_count: 0,
    ok_count: all - odd,
    measurement_count: all,
  };
  const axis = searchParams.get('axis_x');
  sendJson(exchange, 200, { v: 0, dimension_count: axis ? 1 : 0, result: axis ? [row] : row });
}

function serveAlerts(exchange: Exchange): void {
  const { searchParams } = exchange.url;
  const code = searchParams.get('entityCode') ?? '';
  const cutOff = exchange.world.countries.cutOff.includes(code);
  const alert = (datasource: string, value: number) => ({
    datasource,
    entity: { code, name: code, type: 'country', subnames: [], attrs: {} },
    time: Math.floor(Date.now() / 1_000) - 600,
    level: 'critical',
    condition: '< 0.8',
    value,
    historyValue: 840,
    method: 'median',
  });
  sendJson(exchange, 200, {
    type: 'outages.alerts',
    metadata: {},
    requestParameters: Object.fromEntries(searchParams),
    error: null,
    perf: null,
    data: cutOff ? [alert('ping-slash24', 90), alert('bgp', 120)] : [],
    copyright: '',
  });
}
