/** Style sheets, scripts and pictures of every page. */
@NullMarked
package org.tocsin.web.assets;

import org.jspecify.annotations.NullMarked;
