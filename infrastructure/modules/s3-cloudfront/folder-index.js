// CloudFront runs this before it looks for a file: a folder's address stands for the index.html in it, and the site's other
// names lead to the main one. main.tf writes the main name here when there are others.
const mainName = '';

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const host = request.headers.host && request.headers.host.value;
  if (mainName !== '' && host !== mainName && !String(host).endsWith('.cloudfront.net')) {
    const query = readQuery(request.querystring || {});
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: `https://${mainName}${request.uri}${query}` } },
    };
  }
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}

// CloudFront hands the query on in pieces, as they were written in the address.
function readQuery(pieces) {
  const pairs = Object.entries(pieces).flatMap(([name, one]) =>
    (one.multiValue || [one]).map(({ value }) => (value === '' ? name : `${name}=${value}`)),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
