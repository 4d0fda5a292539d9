package org.tocsin.web.console;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tocsin.model.sharing.Reader;

/** What the frame around every page shows: who is signed in, and as what. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
final class PageFrame {
  /**
   * Who is signed in.
   *
   * @param name user name
   * @param roles their roles in words
   * @param organisation the organisation, null for the node's own people
   * @param staff whether this is one of the node's team
   */
  record Who(String name, String roles, @Nullable String organisation, boolean staff) {}

  @ModelAttribute("who")
  Who who(Reader reader) {
    String roles =
        reader.roles().stream()
            .map(role -> RsitWords.of(role.realmName()))
            .sorted()
            .collect(Collectors.joining(", "));
    return new Who(
        reader.name(),
        roles.isEmpty() ? "No role" : roles,
        reader.organisation(),
        reader.isStaff());
  }
}
