package org.tocsin.app;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How warnings are sent by mail.
 *
 * @param server the server that takes mail, as an address of {@code smtps} or {@code smtp}; none by
 *     default, and then no mail is sent
 * @param user the name of the user there; none by default, and then nobody signs in
 * @param password what lets the user in
 * @param from the address mail comes from; required where there is a server
 * @param name what that address is called, in ASCII; default {@code Tocsin}
 * @param signKey file of the OpenPGP key mail is signed with, in ASCII armour and without a
 *     passphrase; none by default, and then nothing is signed
 * @param console where the console is, without a slash at the end; none by default, and then mail
 *     names no page
 */
@ConfigurationProperties("tocsin.mail")
record MailProperties(
    @Nullable URI server,
    @Nullable String user,
    @Nullable String password,
    @Nullable String from,
    @DefaultValue("Tocsin") String name,
    @Nullable Path signKey,
    @DefaultValue("") String console) {
  static final String SERVER = "tocsin.mail.server";

  /** Throws IllegalArgumentException where there is a server, and no address mail comes from. */
  MailProperties {
    if (server != null && (from == null || !from.contains("@"))) {
      throw new IllegalArgumentException("tocsin.mail.from is missing");
    }
  }
}
