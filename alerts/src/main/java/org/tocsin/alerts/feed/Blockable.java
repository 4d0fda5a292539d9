package org.tocsin.alerts.feed;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.formats.sco.DomainName;
import org.tocsin.formats.sco.IpAddress;
import org.tocsin.formats.sco.WebAddress;
import org.tocsin.model.directory.AssetRegister;
import org.tocsin.model.directory.Cidr;
import org.tocsin.model.directory.Domain;
import org.tocsin.model.directory.NetworkAsset;
import org.tocsin.model.directory.Organisation;
import org.tocsin.model.directory.OrganisationKind;
import org.tocsin.model.warning.Observable;

/**
 * Says what may stand on a list that machines block by: nothing that is on a warning list, nothing
 * that lies in a constituent's assets, and nothing that holds any of them.
 */
final class Blockable {
  private final WarningList benign;
  private final AssetRegister register;
  private final List<IPAddress> blocks;
  private final Set<String> aboveDomains = new HashSet<>();

  /**
   * With what is known now.
   *
   * @param organisations all of the directory; those of other kinds answer for countries and
   *     sectors, in which there is much to block
   */
  Blockable(WarningList benign, List<Organisation> organisations) {
    this.benign = benign;
    List<Organisation> constituents =
        organisations.stream()
            .filter(one -> one.kind() == OrganisationKind.CONSTITUENT && !one.retired())
            .toList();
    this.register = new AssetRegister(constituents);
    List<NetworkAsset> assets =
        constituents.stream().flatMap(one -> one.assets().stream()).distinct().toList();
    this.blocks =
        assets.stream()
            .filter(Cidr.class::isInstance)
            .map(asset -> new IPAddressString(asset.text()).getAddress())
            .toList();
    assets.stream().filter(Domain.class::isInstance).forEach(asset -> addAllAbove(asset.text()));
  }

  private void addAllAbove(String domain) {
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      aboveDomains.add(domain.substring(dot + 1));
    }
  }

  boolean allows(Observable observable) {
    String value = observable.value();
    if (benign.objection(value) != null) {
      return false;
    }
    return switch (observable.kind()) {
      case IPV4_ADDR, IPV6_ADDR ->
          IpAddress.parseNetwork(value).filter(any -> isFreeAddress(value)).isPresent();
      case DOMAIN_NAME -> isFreeDomain(value);
      case URL -> WebAddress.parse(value).filter(this::isFree).isPresent();
      case EMAIL_ADDR -> isFreeDomain(value.substring(value.indexOf('@') + 1));
      case MD5, SHA_1, SHA_256 -> true;
    };
  }

  private boolean isFree(WebAddress url) {
    String host = URI.create(url.value()).getHost();
    String plain = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return IpAddress.parse(plain).isPresent()
        ? isFreeAddress(plain)
        : DomainName.parse(plain).filter(name -> nobodyHas(name.value())).isPresent();
  }

  private boolean isFreeAddress(String address) {
    if (!nobodyHas(address)) {
      return false;
    }
    IPAddress block = new IPAddressString(address).getAddress();
    return !block.isMultiple() || blocks.stream().noneMatch(block::contains);
  }

  /** Who blocks a name blocks all below it. */
  private boolean isFreeDomain(String text) {
    return DomainName.parse(text)
        .filter(name -> nobodyHas(name.value()) && !aboveDomains.contains(name.value()))
        .isPresent();
  }

  /** What the directory cannot read it cannot vouch for. */
  private boolean nobodyHas(String value) {
    try {
      return register.whose(value).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
