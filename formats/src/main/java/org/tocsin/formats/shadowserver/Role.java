package org.tocsin.formats.shadowserver;

import java.util.Locale;

/** What a column holds. */
enum Role {
  /** When it happened. */
  TIME,
  /** When it ended. */
  END,
  /** How often it was seen. */
  COUNT,
  /** An address of a {@link Party}. */
  ADDRESS,
  /** A network in CIDR notation, or an address. */
  NETWORK,
  PORT,
  ASN,
  /** The country of an address, as two letters. */
  COUNTRY,
  /** A name of an address. */
  DOMAIN,
  /** The transport protocol and nothing else. */
  TRANSPORT,
  /** A transport or application protocol. */
  PROTOCOL,
  /** An application protocol. */
  APPLICATION,
  /** What was asked for by HTTP: a URL, a path, or a whole request line. */
  REQUEST,
  /** The host an HTTP request named. */
  HOST,
  /** {@code http} or {@code https}. */
  SCHEME,
  /** Anything in it says that TLS was used. */
  TLS,
  /** The method of an HTTP request. */
  METHOD,
  /** The user agent of an HTTP request. */
  AGENT,
  /** A URL, or a domain name in the place of one. */
  URL,
  EMAIL,
  ACCOUNT,
  MAC,
  /** A hash of a file: which file, and by which algorithm. */
  FILE,
  CERTIFICATE_HASH,
  CERTIFICATE_SERIAL,
  CERTIFICATE_BEGIN,
  CERTIFICATE_END,
  CERTIFICATE_SIGNATURE,
  CERTIFICATE_KEY,
  /** A part of the subject's distinguished name. */
  CERTIFICATE_SUBJECT,
  /** A part of the issuer's distinguished name. */
  CERTIFICATE_ISSUER,
  SOFTWARE,
  SOFTWARE_VERSION;

  /** Whether a column with this role belongs to a {@link Party}. */
  boolean isOfParty() {
    return switch (this) {
      case ADDRESS, NETWORK, PORT, ASN, COUNTRY, DOMAIN -> true;
      default -> false;
    };
  }

  static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
