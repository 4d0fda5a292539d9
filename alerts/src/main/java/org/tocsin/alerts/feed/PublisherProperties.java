package org.tocsin.alerts.feed;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who publishes, as feeds say it.
 *
 * @param name the node's name, for people; default Tocsin
 * @param namespace an address that names the node for ever (CSAF 2.0 section 3.2.1.8.5); its host
 *     is the sender of CAP; default https://tocsin.example
 * @param contact how to reach who publishes, in words; none by default
 * @param url where the node is reached from outside; by default what it was asked at
 * @param signingKey file of the OpenPGP key CSAF documents are signed with, made where it is
 *     missing; none by default, and then nothing is signed
 */
@ConfigurationProperties("tocsin.publisher")
public record PublisherProperties(
    @DefaultValue("Tocsin") String name,
    @DefaultValue("https://tocsin.example") URI namespace,
    @Nullable String contact,
    @Nullable URI url,
    @Nullable Path signingKey) {

  /** Throws IllegalArgumentException where the namespace names no host, or the name is empty. */
  public PublisherProperties {
    if (namespace.getHost() == null) {
      throw new IllegalArgumentException("tocsin.publisher.namespace is an https address");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException("tocsin.publisher.name is not empty");
    }
  }

  /** What CAP names the sender by: no spaces, commas, {@code <} or {@code &}. */
  public String sender() {
    return namespace.getHost();
  }
}
