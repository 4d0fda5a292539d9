package org.tocsin.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class SessionLifeTest {
  private static final Duration LIFE = Duration.ofHours(8);

  private final MockHttpSession session = new MockHttpSession();
  private final Instant begun = Instant.ofEpochMilli(session.getCreationTime());

  @Test
  void shouldEndSessionHoweverBusyItIs() throws Exception {
    visit(begun.plus(LIFE).plusMillis(1));

    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void shouldLeaveYoungSessionAlone() throws Exception {
    visit(begun.plus(LIFE));

    assertThat(session.isInvalid()).isFalse();
  }

  private void visit(Instant now) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setSession(session);
    MockFilterChain chain = new MockFilterChain();
    new SessionLife(LIFE, InstantSource.fixed(now))
        .doFilter(request, new MockHttpServletResponse(), chain);
    assertThat(chain.getRequest()).isNotNull();
  }
}
