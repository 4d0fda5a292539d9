/** Lists that firewalls, resolvers and proxies load. */
@NullMarked
package org.tocsin.formats.blocklist;

import org.jspecify.annotations.NullMarked;
