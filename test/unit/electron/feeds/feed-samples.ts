/** Feeds of the shapes that are met, of publishers that do not exist. */
export const RSS_2 = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <atom:link href="https://news.example/feed" rel="self" type="application/rss+xml"/>
  <title>Example &amp; Sons Newsroom</title>
  <link>https://news.example/</link>
  <item>
    <title><![CDATA[Acme tapes out its <b>own</b> CPU &#8211; sources]]></title>
    <link>https://news.example/acme?utm=1&amp;b=2</link>
    <guid isPermaLink="false">acme-1</guid>
    <pubDate>Thu, 28 May 2026 09:30:00 +0800</pubDate>
    <description>&lt;p&gt;Two &lt;img src="https://tracker.example/p.gif"&gt;people said so.&lt;/p&gt;</description>
    <content:encoded><![CDATA[<p>All of the article</p>]]></content:encoded>
  </item>
  <item>
    <title>Second</title>
    <guid>https://news.example/second</guid>
    <dc:date>2026-05-27T00:00:00Z</dc:date>
  </item>
  <item><title>No link, no date</title><link>javascript:alert(1)</link><pubDate>soon</pubDate></item>
  <item><title>Relative</title><link>/relative#part</link></item>
  <item><title>Plain</title><link>http://plain.example/a</link></item>
  <item><description>Only a text that stands for a title</description></item>
  <item></item>
</channel></rss>`;

export const RSS_091 = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Old</title><link>https://old.example</link>
<item><title>First chip</title><link>https://old.example/1</link></item></channel></rss>`;

export const RSS_1 = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://one.example"><title>One</title><link>https://one.example</link></channel>
<item rdf:about="https://one.example/a"><title>自研芯片流片成功</title><link>https://one.example/a</link><dc:date>2026-05-28T09:30:00+08:00</dc:date></item>
</rdf:RDF>`;

export const ATOM = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://atom.example/blog/">
  <title type="html">Atom &amp;lt;b&amp;gt;blog&amp;lt;/b&amp;gt;</title>
  <link rel="self" href="feed.xml"/><link href="./"/>
  <entry>
    <id>tag:atom.example,2026:1</id>
    <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <em>new</em> TPU</div></title>
    <link rel="enclosure" href="https://atom.example/podcast.mp3"/>
    <link rel="alternate" type="text/html" href="2026/tpu"/>
    <published>2026-05-28T09:30:00Z</published><updated>2026-05-29T09:30:00Z</updated>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Body <b>text</b></p></div></content>
  </entry>
</feed>`;

export const PREFIXED_ATOM = `<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>P</atom:title>
<atom:entry><atom:id>1</atom:id><atom:title>Prefixed</atom:title><atom:link href="https://p.example/1"/></atom:entry></atom:feed>`;

/** Neither escaped nor closed as it should be. */
export const SLOPPY = `
<rss><channel><title>R&D & more&nbsp;news</title>
<item><title>AT&T picks <b>Arm</b> & RISC-V</title><link>https://sloppy.example/?a=1&b=2</link>
<description>line<br>break <p>unclosed</description></item>
<item><title>3 < 5 nm</title><link><![CDATA[https://sloppy.example/?c=1&d=2]]></link></item>
<item><title>Cut off</title><link>https://sloppy.example/cut</link></item>
<item><title>Never end`;
