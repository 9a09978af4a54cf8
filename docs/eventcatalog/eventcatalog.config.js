/** @type {import('@eventcatalog/core/bin/eventcatalog.config').Config} */
export default {
  cId: '6b0e0c53-1f4c-4c0b-9f5e-7d0a2b7c1e42',
  title: 'Ride',
  organizationName: 'Ride',
  homepageLink: 'https://eventcatalog.dev',
  tagline: 'What the services of Ride say and hear',
  trailingSlash: false,
  base: '/',
};
