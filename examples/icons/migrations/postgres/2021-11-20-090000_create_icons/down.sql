DROP TABLE icons;

DROP TYPE icon_license;
