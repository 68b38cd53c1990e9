module.exports = {
  root: true,
  // Sample repositories of the demo organisation, written in their own styles.
  ignorePatterns: ['examples/repositories'],
};
