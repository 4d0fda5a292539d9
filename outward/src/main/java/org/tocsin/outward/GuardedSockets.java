package org.tocsin.outward;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;

/**
 * Sockets for what is no HTTP, for one conversation. The name is looked up and checked when it is
 * connected to, and the connection goes to the address that was looked at.
 *
 * <p>This is no {@code SSLSocketFactory} on purpose: Angus Mail makes sockets of its own, past the
 * guard, where it is given one. TLS is put on top of these.
 */
public final class GuardedSockets extends SocketFactory {
  private final AllowList allowed;
  private final Guard guard;
  private final List<Socket> made = new ArrayList<>();
  private boolean cut;

  /**
   * Sockets.
   *
   * @param settings says what may be reached
   * @param ports ports that may be reached on the public Internet
   */
  public GuardedSockets(OutwardSettings settings, Set<Integer> ports) {
    this.allowed = settings.allowed();
    this.guard = new Guard(settings.allowed(), ports, InetAddress::getAllByName);
  }

  /** Whether the operator allows that host, by its name or by all its addresses. */
  public boolean isAllowedByOperator(String host) {
    try {
      return allowed.hasHost(host)
          || List.of(InetAddress.getAllByName(host)).stream().allMatch(allowed::hasAddress);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Ends the conversation from outside, whatever it waits for, and lets none begin any more. */
  public synchronized void cut() {
    cut = true;
    made.forEach(GuardedSockets::close);
  }

  /** What to throw for what went wrong on one of these. */
  public RuntimeException fault(IOException e) {
    return Faults.of(e, isCut() ? Failure.TOO_SLOW : null);
  }

  /** Whether the conversation was ended from outside. */
  public synchronized boolean isCut() {
    return cut;
  }

  @Override
  public synchronized Socket createSocket() {
    Socket socket = new Guarded(guard);
    made.add(socket);
    if (cut) {
      close(socket);
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return connected(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return connected(host.getHostAddress(), port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return connected(host.getHostAddress(), port);
  }

  private Socket connected(String host, int port) throws IOException {
    Socket socket = createSocket();
    socket.connect(InetSocketAddress.createUnresolved(host, port));
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed as far as it can be
    }
  }

  private static final class Guarded extends Socket {
    private final Guard guard;

    Guarded(Guard guard) {
      this.guard = guard;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      if (!(endpoint instanceof InetSocketAddress named)) {
        throw new UnknownHostException("no address of the Internet");
      }
      super.connect(guard.resolve(named.getHostString(), named.getPort()).getFirst(), timeout);
    }
  }
}
