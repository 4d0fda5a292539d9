/** Events of IDEA, the Intrusion Detection Extensible Alert that CESNET's Warden exchanges. */
@NullMarked
package org.tocsin.formats.idea;

import org.jspecify.annotations.NullMarked;
