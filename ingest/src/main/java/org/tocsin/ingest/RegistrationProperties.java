package org.tocsin.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tocsin.ingest.registration.Registration;
import org.tocsin.ingest.registration.Registrations;
import org.tocsin.model.tlp.Tlp;

/**
 * Who may submit what.
 *
 * @param node this node
 * @param registrations registrations by client id or user name ({@code tocsin.registrations.*});
 *     whoever has none gets that of their role. No default
 */
@ConfigurationProperties("tocsin")
public record RegistrationProperties(
    @DefaultValue Node node, @DefaultValue Map<String, Client> registrations) {

  /**
   * This node.
   *
   * @param name the provider the node's own team reports as ({@code tocsin.node.name}); default
   *     {@code national-cert}
   */
  public record Node(@DefaultValue("national-cert") String name) {}

  /**
   * One client.
   *
   * @param providers the providers it may submit for, each with its feeds; the first of each is the
   *     default, {@code *} stands for all. Required
   * @param loosestTlp the loosest level it may use; default CLEAR
   * @param tlp the level of its feeds where a request gives none; without it, AMBER where the
   *     content says nothing either
   */
  public record Client(
      Map<String, List<String>> providers,
      @DefaultValue("CLEAR") Tlp loosestTlp,
      @Nullable Tlp tlp) {
    Registration toRegistration() {
      return new Registration(providers, loosestTlp, tlp);
    }
  }

  Registrations toRegistrations() {
    Map<String, Registration> byClient = new LinkedHashMap<>();
    registrations.forEach((name, client) -> byClient.put(name, client.toRegistration()));
    return new Registrations(byClient, node.name());
  }
}
