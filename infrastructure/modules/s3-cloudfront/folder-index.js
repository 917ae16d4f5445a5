// CloudFront runs this before it looks for a file: a folder's address stands for the index.html in it, and the site's other
// names lead to the main one. main.tf writes the main name here when there are others. Its JavaScript is that of 2009 with a few
// things since, and neither destructuring nor for-of are among them:
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
const mainName = '';

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  if (mainName !== '' && isOther(request.headers.host.value)) {
    const location = `https://${mainName}${request.uri}${writeQuery(request.querystring)}`;
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: location } } };
  }
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}

// CloudFront's own name shows the site too.
function isOther(host) {
  return host !== mainName && !host.endsWith('.cloudfront.net');
}

// CloudFront hands the query on in pieces, each as it was written in the address.
function writeQuery(pieces) {
  const pairs = Object.keys(pieces).map((name) => {
    const values = pieces[name].multiValue || [pieces[name]];
    return values.map((one) => (one.value === '' ? name : `${name}=${one.value}`)).join('&');
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
