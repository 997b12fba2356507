import '../../platform/polyfill';
