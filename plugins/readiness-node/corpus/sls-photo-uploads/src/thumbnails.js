const sharp = require('sharp');

exports.handler = async event => {
  for (const record of event.Records) {
    console.log(JSON.stringify({ key: record.s3.object.key }));
    await sharp(record.s3.object.key).resize(320).toBuffer();
  }
};
