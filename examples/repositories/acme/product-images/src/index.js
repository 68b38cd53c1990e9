require('applicationinsights').setup().start();
const express = require('express');
const { BlobServiceClient } = require('@azure/storage-blob');
const { cut, parseWidth } = require('./cut');

const originals = BlobServiceClient.fromConnectionString(
  process.env.AZURE_STORAGE_CONNECTION_STRING,
).getContainerClient('originals');

const app = express();
app.get('/health', (_, res) => res.send('ok'));
app.get('/:sku/:file', async (req, res, next) => {
  try {
    const width = parseWidth(req.params.file);
    if (!width) return res.status(400).send('width must be 120, 480, 960 or 1920');
    const original = await originals.getBlobClient(`${req.params.sku}.tif`).downloadToBuffer();
    res.type('webp').set('cache-control', 'public, max-age=31536000').send(await cut(original, width));
  } catch (error) {
    next(error);
  }
});
app.listen(8080);
