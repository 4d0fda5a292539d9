package org.tocsin.web.security;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tocsin.model.sharing.Role;
import org.tocsin.web.fake.As;
import org.tocsin.web.fake.WebTest;

/** No actuator is here, so whoever is let through finds nothing. */
@WebTest
class OperationsAccessTest {
  private static final int THROUGH = 404;

  @Autowired private MockMvc web;

  @Test
  void shouldLetThisMachineReadMetrics() throws Exception {
    expect(THROUGH, metrics().with(from("127.0.0.1")));
    expect(THROUGH, metrics().with(from("::1")));
  }

  @Test
  void shouldNotTakeAProxyOnThisMachineForThisMachine() throws Exception {
    expect(401, metrics().with(from("127.0.0.1")).header("X-Forwarded-For", "192.0.2.1"));
    expect(401, metrics().with(from("127.0.0.1")).header("Forwarded", "for=192.0.2.1"));
  }

  @Test
  void shouldLetTheTeamReadMetricsFromElsewhere() throws Exception {
    expect(401, metrics().with(from("192.0.2.1")));
    expect(403, metrics().with(from("192.0.2.1")).with(As.program("feed-1", Role.FEED)));
    expect(THROUGH, metrics().with(from("192.0.2.1")).with(As.program("aude", Role.AUDITOR)));
  }

  @Test
  void shouldShowHealthToEverybody() throws Exception {
    expect(THROUGH, get("/actuator/health/readiness").with(from("192.0.2.1")));
  }

  private void expect(int status, MockHttpServletRequestBuilder request) throws Exception {
    web.perform(request).andExpect(status().is(status));
  }

  private static MockHttpServletRequestBuilder metrics() {
    return get("/actuator/prometheus");
  }

  private static RequestPostProcessor from(String address) {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }
}
