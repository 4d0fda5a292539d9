/** The Traffic Light Protocol 2.0: how far a piece of information may travel. */
@NullMarked
package org.tocsin.model.tlp;

import org.jspecify.annotations.NullMarked;
