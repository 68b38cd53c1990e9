module.exports = require('../../scripts/eslintPackageConfig')(__dirname);
