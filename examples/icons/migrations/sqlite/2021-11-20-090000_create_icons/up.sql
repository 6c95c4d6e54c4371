CREATE TABLE icons (
    id INTEGER PRIMARY KEY,
    slug VARCHAR(60) NOT NULL,
    title VARCHAR(80) NOT NULL,
    hex CHAR(6) NOT NULL,
    source TEXT NOT NULL,
    license TEXT CONSTRAINT icons_license_check CHECK (license IN (
        'AGPL-3.0-only', 'Apache-2.0', 'BSD-3-Clause', 'CC-BY-2.5', 'CC-BY-3.0', 'CC-BY-4.0', 'CC-BY-NC-4.0',
        'CC-BY-NC-ND-4.0', 'CC-BY-NC-SA-3.0', 'CC-BY-NC-SA-4.0', 'CC-BY-ND-2.0', 'CC-BY-ND-4.0', 'CC-BY-SA-2.0',
        'CC-BY-SA-2.5', 'CC-BY-SA-3.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'GPL-2.0-only', 'GPL-2.0-or-later',
        'GPL-3.0-only', 'GPL-3.0-or-later', 'MIT', 'MPL-2.0', 'Unlicense', 'custom'
    )),
    license_original TEXT,
    aliases JSON
);

CREATE UNIQUE INDEX icons_slug_key ON icons (slug);
