export { settings, forgetSettings, type Settings } from './settings.js';
export { VARIABLES, type Variable, type VariableName } from './variables.js';
export { ConfigurationError, type Env, type Finding } from './read.js';
