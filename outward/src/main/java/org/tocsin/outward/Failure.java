package org.tocsin.outward;

import java.util.Locale;

/** The reasons for which something could not be fetched. */
public enum Failure {
  /** Scheme, host, port or address is not one that may be reached. */
  NOT_ALLOWED("This address may not be reached from here"),
  /** The name has no address. */
  UNKNOWN_HOST("The name of the server is not known"),
  /** Nothing can be connected to. */
  UNREACHABLE("The server can not be reached"),
  /** The certificate is not trusted, or TLS fails otherwise. */
  UNTRUSTED("The server's certificate is not trusted"),
  /** No answer in time. */
  NO_ANSWER("The server does not answer in time"),
  /** It answers, but so slowly that it would never end. */
  TOO_SLOW("The server sends too slowly"),
  /** The connection ended in the middle. */
  BROKEN_OFF("The answer broke off before its end"),
  /** The server does not know the user, or not with that secret. */
  LOGIN("The server does not let the user in"),
  /** The server says to come again later. */
  BUSY("The server asks to come again later"),
  /** The server answers with an error. */
  STATUS("The server answers with an error"),
  /** Too many redirects, or one that may not be followed. */
  REDIRECT("The server's redirect is not followed"),
  /** More bytes than may be taken. */
  TOO_LARGE("The answer is too large"),
  /** Not the kind of content that was asked for. */
  WRONG_TYPE("The answer is a web page, not data"),
  /** The answer breaks the rules of HTTP, or its encoding can't be undone. */
  UNREADABLE("The answer can not be read"),
  /** It can't be kept on this side. */
  DISK("The answer can not be written to disk");

  private final String title;

  Failure(String title) {
    this.title = title;
  }

  /** The reason as metrics and the API write it, such as {@code too-slow}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** One line for people, the same for every failure of this kind. */
  public String title() {
    return title;
  }
}
