const sharp = require('sharp');

const WIDTHS = [120, 480, 960, 1920];

function parseWidth(file) {
  const match = /^(\d+)\.webp$/.exec(file);
  const width = match && Number(match[1]);
  return WIDTHS.includes(width) ? width : undefined;
}

const cut = (original, width) =>
  sharp(original).resize({ width, withoutEnlargement: true }).webp({ quality: 82 }).toBuffer();

module.exports = { cut, parseWidth };
