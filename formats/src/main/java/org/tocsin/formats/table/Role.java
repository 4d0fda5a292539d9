package org.tocsin.formats.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column holds. */
enum Role {
  /** Something seen, of a kind that its looks tell. */
  VALUE,
  /** An address, a network in CIDR notation, or an address with a port. */
  IP,
  /** A domain name, with or without a port, or with {@code *.} before it. */
  DOMAIN,
  /** An address or a domain name. */
  HOST,
  URL,
  EMAIL,
  MAC,
  ASN,
  MUTEX,
  /** The name of a file; an object of its own only where no hash of the file is known. */
  FILENAME,
  /** A hash of the record's file, of an algorithm that its length tells. */
  HASH,
  MD5,
  SHA1,
  SHA256,
  SHA512,
  /** The SHA-1 of a certificate. */
  CERTIFICATE_SHA1,
  PORT,
  /** The other end of the traffic: whom the address or host talked to. */
  REMOTE_HOST,
  REMOTE_PORT,
  /** The transport protocol. */
  PROTOCOL,
  /** Where the address, host or name is. */
  COUNTRY,
  /** Where somebody else is: the other end, or who handed the record in. */
  REMOTE_COUNTRY,
  TIME,
  LAST_TIME,
  COUNT,
  CONFIDENCE,
  TLP,
  /** Kept as the field {@code malware} too. */
  MALWARE,
  /** Kept as the field {@code tags} too. */
  TAGS,
  /** Kept as the field {@code ja3} too: STIX has no observable for it. */
  JA3,
  /** Kept as the field {@code cve} too: a vulnerability is not observed data. */
  CVE,
  /** Kept as a field and nothing else. */
  FIELD;

  /** Whether such a column names something a search can start from. */
  boolean isIndicator() {
    return ordinal() <= CERTIFICATE_SHA1.ordinal();
  }

  /** Whether such a column is kept under a name that is the same in every mapping too. */
  boolean isNamedField() {
    return this == MALWARE || this == TAGS || this == JA3 || this == CVE;
  }

  /** The role as a mapping writes it. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Role> ofKey(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
