/** For tests: a résumé with every key of the schema, values that are easy to misread, and comments. */
export const sampleYaml = `# A résumé for tests.
$schema: https://example.com/schema.json
basics:
  name: Zoë O'Neil 😀 # the name
  label: "Engineer: platforms"
  image: photo.webp
  email: zoe@example.com
  phone: +49 0123
  url: https://zoe.example
  summary: >-
    Builds things,
    and *keeps* them.
  location:
    address: |
      1 Main St
      2nd floor
    postalCode: 01234
    city: Oslo
    countryCode: NO
    region: ''
  profiles:
    - network: GitHub
      username: "@zoe"
      url: https://github.com/zoe
work:
  - name: Acme
    location: null
    description: ~
    position: Lead
    url: https://acme.example/a?b=c&d=%20
    startDate: 2015
    endDate: Present
    summary:
    highlights: [Wrote it, "Sold it", '']
  - {}
volunteer:
  - organization: Club
    position: Coach
    url: ""
    startDate: 2012-01
    endDate: 2013-01-31
    summary: Taught.
    highlights:
      - One
education:
  - institution: Uni
    url: https://uni.example
    area: Maths
    studyType: BSc
    startDate: "2008"
    endDate: 2011-06
    score: 4.0
    courses: []
awards:
  - { title: Prize, date: 2014-11-01, awarder: Them, summary: Nice. }
certificates:
  - { name: Cert, date: 2021-11, url: https://cert.example, issuer: It }
publications:
  - { name: Paper, publisher: Press, releaseDate: 2014, url: https://paper.example, summary: Read. }
skills:
  - name: Web
    level: Master
    keywords:
      - HTML
      - 2020
languages:
  - { language: English, fluency: Native }
interests:
  - { name: Chess, keywords: [Blitz] }
references:
  - { name: Jo, reference: "Great.\\nReally." }
projects:
  - name: Tool
    description: A tool.
    highlights: [Fast]
    keywords: [ts]
    startDate: 2019-01
    endDate: 2021
    url: https://tool.example
    roles: [Lead]
    entity: Own
    type: application
meta:
  canonical: https://zoe.example/resume.json
  version: 1.0.0
  lastModified: 2026-01-31T09:30:00Z
  language: en
  site:
    url: https://zoe.example
    counter: off
  theme: { name: even, "2": x }
`;
