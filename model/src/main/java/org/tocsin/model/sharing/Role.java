package org.tocsin.model.sharing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles of the realm {@code tocsin}. */
public enum Role {
  ANALYST,
  LEAD,
  ADMIN,
  AUDITOR,
  FOCAL_POINT,
  FEED,
  SUBSCRIBER,
  PEER;

  /** The role's name in the realm, such as {@code focal-point}. */
  public String realmName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of that realm name; empty for roles that mean nothing here. */
  public static Optional<Role> ofRealmName(String name) {
    return Arrays.stream(values()).filter(role -> role.realmName().equals(name)).findFirst();
  }

  /** Whether the role belongs to the node's own team, which works on everything that comes in. */
  public boolean isStaff() {
    return this == ANALYST || this == LEAD || this == ADMIN || this == AUDITOR;
  }
}
