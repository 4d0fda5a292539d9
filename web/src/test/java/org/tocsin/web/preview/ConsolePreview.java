package org.tocsin.web.preview;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.WebConfiguration;
import org.tocsin.web.fake.FakePorts;
import org.tocsin.web.fake.Followed;
import org.tocsin.web.fake.Judged;
import org.tocsin.web.fake.Kept;
import org.tocsin.web.fake.Streamed;

/**
 * The console over ports in memory, to look at pages: {@code /?as=analyst} signs in without asking.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, FakePorts.class})
public class ConsolePreview {
  public static void main(String[] args) {
    start(args);
  }

  /** Starts it with something to look at. */
  public static ConfigurableApplicationContext start(String... args) {
    var context = SpringApplication.run(ConsolePreview.class, args);
    RealisticDay.fill(context.getBean(Kept.class), context.getBean(Streamed.class));
    BusyQueue.fill(context.getBean(Judged.class), context.getBean(Followed.class));
    WarnedDay.fill(context.getBean(Judged.class));
    return context;
  }

  @Bean
  FilterRegistrationBean<SignsIn> signsIn() {
    FilterRegistrationBean<SignsIn> filter = new FilterRegistrationBean<>(new SignsIn());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** Puts whoever {@code as} names into the session. */
  static final class SignsIn extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String as = request.getParameter("as");
      if (as != null) {
        SecurityContext context = new SecurityContextImpl(user(as));
        request
            .getSession()
            .setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        SecurityContextHolder.setContext(context);
      }
      chain.doFilter(request, response);
    }
  }

  /** A signed-in person whose name is their role, or a focal point. */
  public static OAuth2AuthenticationToken user(String name) {
    Role role = Role.ofRealmName(name).orElse(Role.FOCAL_POINT);
    OidcIdToken token =
        new OidcIdToken(
            "t",
            Instant.now(),
            Instant.now().plusSeconds(600),
            role.isStaff()
                ? Map.of("sub", name, "preferred_username", name)
                : Map.of("sub", name, "preferred_username", name, "organisation", "cert-fr"));
    List<org.springframework.security.core.GrantedAuthority> roles =
        AuthorityUtils.createAuthorityList("ROLE_" + role.name());
    return new OAuth2AuthenticationToken(
        new DefaultOidcUser(roles, token, "preferred_username"), roles, "keycloak");
  }
}
